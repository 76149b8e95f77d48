import type { Language, ReleaseType } from '@lynkify/domain';
import type { ActionLabel, BeforeLabel } from '@lynkify/platforms';
import { apart } from './phrase.js';

/** What a release is. */
export const releaseTypes: Readonly<Record<Language, Record<ReleaseType, string>>> = {
  en: { single: 'Single', ep: 'EP', album: 'Album', live: 'Live', mixtape: 'Mixtape', compilation: 'Compilation', 'podcast-episode': 'Podcast episode' },
  de: { single: 'Single', ep: 'EP', album: 'Album', live: 'Live', mixtape: 'Mixtape', compilation: 'Compilation', 'podcast-episode': 'Podcastfolge' },
  fr: { single: 'Single', ep: 'EP', album: 'Album', live: 'Live', mixtape: 'Mixtape', compilation: 'Compilation', 'podcast-episode': 'Épisode de podcast' },
  es: { single: 'Sencillo', ep: 'EP', album: 'Álbum', live: 'En vivo', mixtape: 'Mixtape', compilation: 'Recopilatorio', 'podcast-episode': 'Episodio de pódcast' },
  it: { single: 'Singolo', ep: 'EP', album: 'Album', live: 'Live', mixtape: 'Mixtape', compilation: 'Raccolta', 'podcast-episode': 'Episodio di podcast' },
  pt: { single: 'Single', ep: 'EP', album: 'Álbum', live: 'Ao vivo', mixtape: 'Mixtape', compilation: 'Coletânea', 'podcast-episode': 'Episódio de podcast' },
  nl: { single: 'Single', ep: 'Ep', album: 'Album', live: 'Live', mixtape: 'Mixtape', compilation: 'Verzamelalbum', 'podcast-episode': 'Podcastaflevering' },
  pl: { single: 'Singel', ep: 'EP', album: 'Album', live: 'Na żywo', mixtape: 'Mixtape', compilation: 'Składanka', 'podcast-episode': 'Odcinek podcastu' },
  tr: { single: 'Single', ep: 'EP', album: 'Albüm', live: 'Canlı', mixtape: 'Mixtape', compilation: 'Derleme', 'podcast-episode': 'Podcast bölümü' },
  ja: { single: 'シングル', ep: 'EP', album: 'アルバム', live: 'ライブ', mixtape: 'ミックステープ', compilation: 'コンピレーション', 'podcast-episode': 'ポッドキャストのエピソード' },
  ko: { single: '싱글', ep: 'EP', album: '앨범', live: '라이브', mixtape: '믹스테이프', compilation: '컴필레이션', 'podcast-episode': '팟캐스트 에피소드' },
  ar: { single: 'أغنية منفردة', ep: apart('ar', 'EP'), album: 'ألبوم', live: 'تسجيل حي', mixtape: 'ميكستيب', compilation: 'مجموعة أغانٍ', 'podcast-episode': 'حلقة بودكاست' },
};

/** What a platform's button does. */
export const actionWords: Readonly<Record<Language, Record<ActionLabel | BeforeLabel, string>>> = {
  en: { Play: 'Play', Listen: 'Listen', Buy: 'Buy', Download: 'Download', Watch: 'Watch', Subscribe: 'Subscribe', 'Pre-save': 'Pre-save', 'Pre-add': 'Pre-add', 'Pre-order': 'Pre-order' },
  de: { Play: 'Abspielen', Listen: 'Anhören', Buy: 'Kaufen', Download: 'Herunterladen', Watch: 'Ansehen', Subscribe: 'Abonnieren', 'Pre-save': 'Vormerken', 'Pre-add': 'Vorab hinzufügen', 'Pre-order': 'Vorbestellen' },
  fr: { Play: 'Écouter', Listen: 'Écouter', Buy: 'Acheter', Download: 'Télécharger', Watch: 'Regarder', Subscribe: 'S’abonner', 'Pre-save': 'Pré-enregistrer', 'Pre-add': 'Pré-ajouter', 'Pre-order': 'Précommander' },
  es: { Play: 'Reproducir', Listen: 'Escuchar', Buy: 'Comprar', Download: 'Descargar', Watch: 'Ver', Subscribe: 'Suscribirse', 'Pre-save': 'Preguardar', 'Pre-add': 'Preañadir', 'Pre-order': 'Reservar' },
  it: { Play: 'Riproduci', Listen: 'Ascolta', Buy: 'Acquista', Download: 'Scarica', Watch: 'Guarda', Subscribe: 'Iscriviti', 'Pre-save': 'Presalva', 'Pre-add': 'Pre-aggiungi', 'Pre-order': 'Preordina' },
  pt: { Play: 'Tocar', Listen: 'Ouvir', Buy: 'Comprar', Download: 'Baixar', Watch: 'Assistir', Subscribe: 'Assinar', 'Pre-save': 'Pré-salvar', 'Pre-add': 'Pré-adicionar', 'Pre-order': 'Encomendar' },
  nl: { Play: 'Afspelen', Listen: 'Luisteren', Buy: 'Kopen', Download: 'Downloaden', Watch: 'Bekijken', Subscribe: 'Abonneren', 'Pre-save': 'Vooraf opslaan', 'Pre-add': 'Vooraf toevoegen', 'Pre-order': 'Reserveren' },
  pl: { Play: 'Odtwórz', Listen: 'Słuchaj', Buy: 'Kup', Download: 'Pobierz', Watch: 'Oglądaj', Subscribe: 'Subskrybuj', 'Pre-save': 'Zapisz wcześniej', 'Pre-add': 'Dodaj wcześniej', 'Pre-order': 'Zamów wcześniej' },
  tr: { Play: 'Çal', Listen: 'Dinle', Buy: 'Satın al', Download: 'İndir', Watch: 'İzle', Subscribe: 'Abone ol', 'Pre-save': 'Önceden kaydet', 'Pre-add': 'Önceden ekle', 'Pre-order': 'Ön sipariş ver' },
  ja: { Play: '再生', Listen: '聴く', Buy: '購入', Download: 'ダウンロード', Watch: '見る', Subscribe: '登録', 'Pre-save': '事前保存', 'Pre-add': '事前追加', 'Pre-order': '予約注文' },
  ko: { Play: '재생', Listen: '듣기', Buy: '구매', Download: '다운로드', Watch: '보기', Subscribe: '구독', 'Pre-save': '사전 저장', 'Pre-add': '사전 추가', 'Pre-order': '예약 구매' },
  ar: { Play: 'تشغيل', Listen: 'استماع', Buy: 'شراء', Download: 'تنزيل', Watch: 'مشاهدة', Subscribe: 'اشتراك', 'Pre-save': 'حفظ مسبق', 'Pre-add': 'إضافة مسبقة', 'Pre-order': 'طلب مسبق' },
};
